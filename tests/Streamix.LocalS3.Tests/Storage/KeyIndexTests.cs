using System.Text;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Tests.Storage;

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("alone")]
public sealed class KeyIndexTests
{
    [Theory]
    [InlineData(1, 20_000, 3000)]
    [InlineData(2, 5000, 50)]
    public void Changes_AtRandom_AgreeWithASortedDictionary(int seed, int steps, int keys)
    {
        var random = new Random(seed);
        var (index, model) = (new KeyIndex(), new SortedDictionary<string, long>(StringComparer.Ordinal));
        for (var i = 0; i < steps; i++)
        {
            var key = "k" + random.Next(keys);
            if (random.Next(3) > 0)
            {
                index.Set(Encoding.UTF8.GetBytes(key), Entry(i));
                model[key] = i;
            }
            else
                index.Remove(Encoding.UTF8.GetBytes(key)).ShouldBe(model.Remove(key));
        }
        index.Count.ShouldBe(model.Count);
        All(index).ShouldBe(model.Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public void Remove_Everything_LeavesAUsableIndex()
    {
        var index = new KeyIndex();
        for (var i = 0; i < 1000; i++)
            index.Set([(byte)(i >> 8), (byte)i], Entry(i));
        for (var i = 0; i < 1000; i++)
            index.Remove([(byte)(i >> 8), (byte)i]).ShouldBeTrue();
        All(index).ShouldBeEmpty();
        index.Set([1], Entry(1));
        All(index).Count.ShouldBe(1);
    }

    [Fact]
    public void ETag_OfMultipart_SurvivesTheIndex()
    {
        var record = new ObjectRecord("k", "v", "00ff364b9e99bb480dd25e1f0284c855-12", DateTimeOffset.UnixEpoch, [], [], [], "STANDARD");
        IndexEntry.Of(record).ETag.ShouldBe(record.ETag);
    }

    [Fact]
    public void Set_HundredThousandKeys_StaysCompact()
    {
        var index = new KeyIndex();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 100_000; i++)
            index.Set(Encoding.UTF8.GetBytes($"title/{i:D8}/segment/1080p/video.m4s"), Entry(i));
        var perKey = (GC.GetTotalMemory(forceFullCollection: true) - before) / 100_000;
        GC.KeepAlive(index);
        perKey.ShouldBeLessThan(400);
    }

    private static IndexEntry Entry(long size) => new(0, size, 0, 0, 0);

    private static List<(string, long)> All(KeyIndex index)
    {
        var all = new List<(string, long)>();
        var (from, after) = (Array.Empty<byte>(), false);
        while (index.TryNext(from, after, out var key, out var entry))
        {
            all.Add((Encoding.UTF8.GetString(key), entry.Size));
            (from, after) = (key, true);
        }
        return all;
    }
}
