using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Catalog.Exchange;

namespace Streamix.Media.Tests.Catalog;

public sealed class CellTests
{
    private static readonly Gen<string> Parts = Gen.Elements('a', 'b', ' ', '|', ':', '\\', 'é', '"', ',').ListOf().Select(letters => string.Concat(letters).Trim());

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Prop.ForAll(
        Parts.NonEmptyListOf().NonEmptyListOf().Where(entries => entries.Any(e => e.Any(p => p.Length > 0))).ToArbitrary(),
        entries => Cell.Read(Cell.Write(entries.Select(e => e.ToArray()))).Select(e => string.Join('\n', e)).SequenceEqual(entries.Select(e => string.Join('\n', e)))
            .Label(Cell.Write(entries.Select(e => e.ToArray())))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "")]
    [InlineData("drama | comedy", "drama;comedy")]
    [InlineData("""DE:FSK 6\:x:6|*:PG:12""", "DE,FSK 6:x,6;*,PG,12")]
    [InlineData("""a\""", """a\""")]
    public void Read_Written_ByHand(string cell, string entries) => string.Join(';', Cell.Read(cell).Select(e => string.Join(',', e))).ShouldBe(entries);
}
