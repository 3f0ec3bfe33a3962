using System.Text.Json;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>The check that nginx runs, with the keys in it.</summary>
internal static class TokenScript
{
    private const string NoKeys = "var keys = {};";
    private static readonly Lazy<string> Source = new(Read);

    public static string Of(IEnumerable<PathKey> keys)
    {
        var known = JsonSerializer.Serialize(keys.DistinctBy(k => k.Id).ToDictionary(k => k.Id, k => k.Text, StringComparer.Ordinal));
        return Source.Value.Replace(NoKeys, $"var keys = {known};", StringComparison.Ordinal);
    }

    private static string Read()
    {
        using var stream = typeof(TokenScript).Assembly.GetManifestResourceStream("token.js") ?? throw new InvalidOperationException("There is no token.js.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return text.Contains(NoKeys, StringComparison.Ordinal) ? text : throw new InvalidOperationException("token.js has no place for keys.");
    }
}
