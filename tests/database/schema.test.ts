import { expect, test } from 'vitest';
import { migrationTable } from '#database/migrate.ts';
import { migrations } from '#database/migrations.ts';
import { tables } from '#database/schema.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

describeEachDatabase('The schema', (open) => {
  test('has exactly the tables that are declared, and each owner stands in a column that is never empty', async () => {
    const { db } = await open();
    const real = (await db.introspection.getTables()).filter(({ name }) => name !== migrationTable);
    expect(real.map(({ name }) => name).toSorted()).toEqual(Object.keys(tables).toSorted());
    for (const [name, declared] of Object.entries(tables)) {
      if (declared.owner === 'neither') continue;
      const column = real.find((table) => table.name === name)?.columns.find((one) => one.name === declared.column);
      expect(column, `${name}.${declared.column}`).toMatchObject({ dataType: /text/i, isNullable: false });
    }
  });

  test('uses no types but the two that both databases share', async () => {
    const { db } = await open();
    const columns = (await db.introspection.getTables()).flatMap((table) => table.columns);
    const types = new Set(columns.map(({ dataType }) => dataType.toLowerCase()));
    expect([...types].map((type) => (type === 'int8' ? 'bigint' : type)).toSorted()).toEqual(['bigint', 'text']);
  });
});

test('Migrations are named by their number, without a gap', () => {
  const numbers = migrations.map(({ name }) => Number(/^(\d{3})(?:-[a-z]+)+$/.exec(name)?.[1]));
  expect(numbers).toEqual(migrations.map((_, index) => index + 1));
});
