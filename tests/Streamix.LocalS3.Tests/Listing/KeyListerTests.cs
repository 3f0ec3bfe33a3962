using System.Text;
using Streamix.LocalS3.Listing;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Tests.Listing;

public sealed class KeyListerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void List_RandomKeys_AgreesWithTheDefinition(int seed)
    {
        var random = new Random(seed);
        var (index, keys) = (new KeyIndex(), new SortedSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < 600; i++)
        {
            var key = new string(random.GetItems<char>("ab/-", random.Next(1, 7)));
            keys.Add(key);
            index.Set(Encoding.UTF8.GetBytes(key), default);
        }
        foreach (var prefix in new[] { "", "a", "a/", "b-", "//", "zz" })
            foreach (var delimiter in new[] { "", "/", "b", "-/" })
                Pages(index, prefix, delimiter, random.Next(1, 9)).ShouldBe(Expected(keys, prefix, delimiter));
    }

    [Fact]
    public void List_AstralAndPrivateUseKeys_InByteOrder()
    {
        var index = new KeyIndex();
        foreach (var key in new[] { "\U0001F600", "\uFFFD", "\uE000", "z" })
            index.Set(Encoding.UTF8.GetBytes(key), default);
        KeyLister.List(index, "", "", "", 10).Keys.Select(k => k.Key).ShouldBe(["z", "\uE000", "\uFFFD", "\U0001F600"]);
    }

    private static List<string> Pages(KeyIndex index, string prefix, string delimiter, int size)
    {
        var seen = new List<string>();
        for (var after = ""; ;)
        {
            var page = KeyLister.List(index, prefix, delimiter, after, size);
            seen.AddRange(page.Keys.Select(k => k.Key).Concat(page.CommonPrefixes).Order(StringComparer.Ordinal));
            if (!page.Truncated)
                return seen;
            after = page.Last;
        }
    }

    private static IEnumerable<string> Expected(IEnumerable<string> keys, string prefix, string delimiter) =>
        keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k =>
        {
            var at = delimiter.Length == 0 ? -1 : k.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            return at < 0 ? k : k[..(at + delimiter.Length)];
        }).Distinct().Order(StringComparer.Ordinal);
}
