using FsCheck;
using FsCheck.Fluent;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Tests.Paging;

/// <summary>The law of paging: walking the pages gives every row once, in order, whatever the page size and however many ties.</summary>
public sealed class KeysetTests
{
    private static readonly Order<Row>[] Orders =
    [
        Order.Ascending((Row r) => r.Id),
        Order.Descending((Row r) => r.Id),
        Order.Ascending((Row r) => r.Name).ThenDescending(r => r.Id),
        Order.Descending((Row r) => r.At).ThenAscending(r => r.Name).ThenAscending(r => r.Id),
    ];

    [Fact]
    public void Walk_AnyRowsAnySizeAnyOrder_GivesEachRowOnceInOrder()
    {
        var cases = from ties in Gen.ListOf(Gen.Choose(0, 5))
                    from size in Gen.Choose(1, 7)
                    from order in Gen.Choose(0, Orders.Length - 1)
                    select (Ties: ties.ToArray(), size, order);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var rows = c.Ties.Select((tie, id) => new Row(id, $"n{tie}", DateTimeOffset.UnixEpoch.AddDays(tie))).ToList();
            var order = Orders[c.order];
            Walk(rows, order, c.size).ShouldBe(Keyset.Sorted(rows.AsQueryable(), order));
        }).QuickCheckThrowOnFailure();
    }

    private static List<Row> Walk(List<Row> rows, Order<Row> order, int size)
    {
        List<Row> seen = [];
        string? after = null;
        do
        {
            var source = rows.AsQueryable();
            if (after is not null)
            {
                Cursor.TryRead(order.Name, after, order.Types, out var values).ShouldBeTrue();
                source = Keyset.After(source, order, values);
            }
            var page = Keyset.Sorted(source, order).Take(size).ToList();
            seen.AddRange(page);
            after = page.Count < size ? null : Cursor.Write(order.Name, [.. order.Read.Select(read => read(page[^1]))]);
        }
        while (after is not null && seen.Count <= rows.Count);
        return seen;
    }
}
