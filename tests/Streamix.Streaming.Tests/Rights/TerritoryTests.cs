using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.Streaming.Rights;
using Streamix.Streaming.Rights.Places;

namespace Streamix.Streaming.Tests.Rights;

public sealed class TerritoryTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    private static readonly string[] Lines =
    [
        "# a comment", "", "198.51.100.0/24,us", "\"192.0.2.0\",\"192.0.2.127\",\"DE\"", "192.0.2.128,192.0.2.255,AT", "2001:db8::/32,FR", "2001:dc0::,2001:dc0::ffff,JP", "0.0.0.0,0.0.0.9,AQ",
        "255.255.255.250,255.255.255.255,NZ",
    ];

    [Theory]
    [InlineData("192.0.2.0", "DE")]
    [InlineData("192.0.2.127", "DE")]
    [InlineData("192.0.2.128", "AT")]
    [InlineData("192.0.3.0", null)]
    [InlineData("198.51.100.255", "US")]
    [InlineData("198.51.99.255", null)]
    [InlineData("::ffff:198.51.100.1", "US")]
    [InlineData("2001:db8:ffff::1", "FR")]
    [InlineData("2001:db9::", null)]
    [InlineData("2001:dc0::ffff", "JP")]
    [InlineData("2001:dc0::1:0", null)]
    [InlineData("::1", null)]
    [InlineData("0.0.0.0", "AQ")]
    [InlineData("255.255.255.255", "NZ")]
    public void Find_AnAddress_TellsItsCountry(string address, string? country) => TerritoryFile.Parse(Lines).Find(IPAddress.Parse(address)).ShouldBe(country);

    [Theory]
    [InlineData("192.0.2.0,DE")]
    [InlineData("192.0.2.0,192.0.2.1")]
    [InlineData("192.0.2.0,2001:db8::,DE")]
    [InlineData("192.0.2.9,192.0.2.1,DE")]
    [InlineData("192.0.2.0/33,DE")]
    [InlineData("192.0.2.0,192.0.2.1,DEU")]
    [InlineData("a,b,DE")]
    public void Parse_AWrongLine_TellsWhich(string line) => Should.Throw<FormatException>(() => TerritoryFile.Parse(["# first", line])).Message.ShouldContain("ine 2 ");

    [Fact]
    public void Parse_OverlappingRanges_IsRefused() =>
        Should.Throw<FormatException>(() => TerritoryFile.Parse(["192.0.2.0,192.0.2.9,DE", "192.0.2.9,192.0.2.20,FR"])).Message.ShouldContain("overlaps");

    [Fact]
    public void Find_InAnyTable_SaysWhatLookingAtEachRangeSays()
    {
        var anyTable =
            from gaps in Gen.ListOf(Gen.Choose(0, 3))
            from lengths in Gen.ListOf(Gen.Choose(1, 4))
            select gaps.Zip(lengths).ToList();
        Prop.ForAll(anyTable.ToArbitrary(), shape =>
        {
            List<AddressRange<uint>> ranges = [];
            var next = 0u;
            foreach (var (gap, length) in shape)
            {
                var first = next + (uint)gap;
                ranges.Add(new(first, first + (uint)length - 1, $"{ranges.Count}", 0));
                next = first + (uint)length;
            }

            var table = new RangeTable<uint>(Enumerable.Reverse(ranges));
            return Enumerable.Range(0, (int)next + 2).Select(a => (uint)a).All(a => table.Find(a) == ranges.Where(r => r.First <= a && a <= r.Last).Select(r => r.Country).SingleOrDefault());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Table_FileChanged_IsReadAgainAndABrokenOneIsNotTaken()
    {
        var table = new TerritoryTable(Options.Create(new RightsOptions { Territories = new() { File = _file } }), NullLogger<TerritoryTable>.Instance);
        var address = IPAddress.Parse("192.0.2.1");
        table.Find(address).ShouldBeNull();
        Write("192.0.2.0/24,DE", 1);
        table.Refresh();
        table.Find(address).ShouldBe("DE");
        Write("192.0.2.0/24,France", 2);
        table.Refresh();
        table.Find(address).ShouldBe("DE");
        Write("192.0.2.0/24,FR", 3);
        table.Refresh();
        table.Find(address).ShouldBe("FR");
        File.Delete(_file);
        table.Refresh().Find(address).ShouldBe("FR");
    }

    [Fact]
    public void Table_ShippedWithTheService_CanBeRead()
    {
        var table = new TerritoryTable(Options.Create(new RightsOptions()), NullLogger<TerritoryTable>.Instance);
        table.Refresh().Count.ShouldBeGreaterThan(5);
        table.Find(IPAddress.Parse("2001:db8:0:ffff::1")).ShouldBe("DE");
    }

    private void Write(string text, int minutes)
    {
        File.WriteAllText(_file, text);
        File.SetLastWriteTimeUtc(_file, DateTime.UnixEpoch.AddMinutes(minutes));
    }
}
