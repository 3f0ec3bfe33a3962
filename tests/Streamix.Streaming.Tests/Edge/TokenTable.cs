using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>What the check must say of paths. The orchestrator's signer writes the tokens; whoever checks them, the table is the same.</summary>
internal static class TokenTable
{
    public const string Secret = "only for tests, and long enough to be a secret";
    public const string NextSecret = "the one that comes next, as long as the other one";
    public const string Prefix = "transcoder/0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10/20261122120000-1/";
    public const string OtherPrefix = "transcoder/0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10/20261122120000-10/";
    public const string Segment = "video/480p/00001.m4s";
    public static readonly Guid Playback = Guid.Parse("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b77");

    private static readonly PathKey Key = PathKey.Of(Secret);

    /// <summary>Names, and what each of them stands for. Checked from 127.0.0.1.</summary>
    public static IReadOnlyDictionary<string, TokenCase> Cases { get; } = All(DateTimeOffset.UtcNow).ToDictionary(c => c.Name, StringComparer.Ordinal);

    public static PathToken Token(DateTimeOffset? expires = null, string prefix = Prefix, string[]? renditions = null, string addressClass = "") =>
        new(Playback, prefix, renditions ?? ["240p", "480p"], expires ?? DateTimeOffset.UtcNow.AddHours(1), addressClass);

    public static string PathOf(PathToken token, string file = Segment, PathKey? key = null) => $"/t/{token.Write(key ?? Key)}/{Prefix}{file}";

    private static IEnumerable<TokenCase> All(DateTimeOffset now)
    {
        var good = PathOf(Token());
        yield return new("good", good, "ok");
        yield return new("signed with the next key", PathOf(Token(), key: PathKey.Of(NextSecret)), "ok");
        yield return new("signed with a foreign key", PathOf(Token(), key: PathKey.Of("nobody knows this secret, which is long enough")), "token");
        yield return new("a foreign key under our id", Forged(good), "token");
        yield return new("expired", PathOf(Token(now.AddSeconds(-1))), "expired");
        yield return new("of another package", PathOf(Token(prefix: OtherPrefix)), "path");
        yield return new("of a package whose name begins alike", $"/t/{Token().Write(Key)}/{OtherPrefix}{Segment}", "path");
        yield return new("of the folder above", $"/t/{Token().Write(Key)}/transcoder/other.m4s", "path");
        yield return new("with an altered expiry", Altered(good, p => p.Replace($";{Key.Id};", $";{Key.Id};9", StringComparison.Ordinal)), "token");
        yield return new("with an altered prefix", Altered(good, p => p.Replace(Prefix, OtherPrefix, StringComparison.Ordinal)), "token");
        yield return new("with more renditions", Altered(good, p => p.Replace("r=240p,480p", "*", StringComparison.Ordinal)), "token");
        yield return new("of another version", Altered(good, p => p.Replace("v1;", "v2;", StringComparison.Ordinal)), "token");
        yield return new("with a changed signature", Swapped(good, good.IndexOf('.', StringComparison.Ordinal) + 1), "token");
        yield return new("with a changed last character", Swapped(good, good.IndexOf($"/{Prefix}", StringComparison.Ordinal) - 1), "token");
        yield return new("without a payload", $"/t/.{Key.Sign("")}/{Prefix}{Segment}", "token");
        foreach (var name in (string[])["__proto__", "constructor", "toString", ""])
            yield return new($"signed with a key called '{name}'", $"/t/{Encoded($"v1;{name};9999999999;{Playback};{Prefix};*;")}.{Key.Sign("x")}/{Prefix}{Segment}", "token");
        foreach (var file in Renditions())
            yield return file;
        yield return new("of this network", PathOf(Token(addressClass: "4:7f0000")), "ok");
        yield return new("of another network", PathOf(Token(addressClass: "4:c00002")), "address");
        yield return new("of another family", PathOf(Token(addressClass: "6:20010db8000000")), "address");
    }

    private static IEnumerable<TokenCase> Renditions()
    {
        foreach (var (file, verdict) in new[]
        {
            ("video/240p/init.mp4", "ok"), ("video/480p/00009.m4s", "ok"), ("video/720p/00001.m4s", "rendition"), ("video/480/00001.m4s", "rendition"), ("video/init.mp4", "rendition"),
            ("video/480p/720p/00001.m4s", "rendition"), ("480p.m3u8", "ok"), ("480p-iframes.m3u8", "ok"), ("480p-clearkey.m3u8", "ok"), ("480p-iframes-clearkey.m3u8", "ok"), ("720p.m3u8", "rendition"),
            ("720p-iframes-clearkey.m3u8", "rendition"), ("master.m3u8", "rendition"), ("clearkey.m3u8", "rendition"), ("manifest.mpd", "rendition"), ("audio/en/00001.m4s", "ok"),
            ("audio-en.m3u8", "ok"), ("text-nl.m3u8", "ok"), ("text/nl.vtt", "ok"), ("thumbnails/sprite-1.jpg", "ok"), ("poster.jpg", "ok"),
        })
            yield return new($"two renditions, {file}", PathOf(Token(), file), verdict);
        foreach (var file in (string[])["video/720p/00001.m4s", "720p.m3u8", "master.m3u8", "manifest.mpd"])
            yield return new($"all renditions, {file}", PathOf(Token(renditions: []), file), "ok");
    }

    private static string Altered(string path, Func<string, string> change)
    {
        var parts = path.Split('/');
        var token = parts[2].Split('.');
        var payload = System.Text.Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token[0]));
        var altered = change(payload);
        altered.ShouldNotBe(payload);
        parts[2] = $"{Encoded(altered)}.{token[1]}";
        return string.Join('/', parts);
    }

    private static string Forged(string path)
    {
        var parts = path.Split('/');
        var payload = System.Text.Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[2].Split('.')[0]));
        parts[2] = $"{Encoded(payload)}.{PathKey.Of("nobody knows this secret, which is long enough").Sign(payload)}";
        return string.Join('/', parts);
    }

    private static string Swapped(string text, int index) => $"{text[..index]}{(text[index] == 'A' ? 'B' : 'A')}{text[(index + 1)..]}";

    private static string Encoded(string payload) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes(payload));
}

/// <summary>A path and what is to be said of it.</summary>
internal sealed record TokenCase(string Name, string Path, string Verdict);
