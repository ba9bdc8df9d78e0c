import { expect, test } from 'vitest';
import { migrationTable } from '#database/migrate.ts';
import { migrations } from '#database/migrations.ts';
import { type Meaning, numbers } from '#database/numbers.ts';
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

  test('says of each number what it means, and of every instant and day that it is one', async () => {
    const { db } = await open();
    const real = (await db.introspection.getTables()).filter(({ name }) => name !== migrationTable);
    for (const { name, columns } of real) {
      const meanings: Readonly<Record<string, Meaning>> = numbers[name as keyof typeof numbers];
      const numeric = columns.filter(({ dataType }) => !/text/i.test(dataType)).map((column) => column.name);
      expect(Object.keys(meanings).toSorted(), name).toEqual(numeric.toSorted());
      const named = (pattern: RegExp) => numeric.filter((column) => pattern.test(column));
      const meant = (meaning: Meaning) => numeric.filter((column) => meanings[column] === meaning);
      expect(meant('instant'), name).toEqual(named(/(^|_)(at|since|until)$/));
      expect(meant('day'), name).toEqual(named(/^day$|_on$|^up_to$/).filter((column) => column !== 'is_on'));
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
  const counted = migrations.map(({ name }) => Number(/^(\d{3})(?:-[a-z]+)+$/.exec(name)?.[1]));
  expect(counted).toEqual(migrations.map((_, index) => index + 1));
});
