using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Streamix.Benchmarks.LocalS3;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Benchmarks.Edge;

/// <summary>A rung of the ladder as an edge sees it: segments of four seconds.</summary>
internal sealed record Rung(string Name, int Bytes);

/// <summary>A package, in the store and in a folder.</summary>
internal static class Files
{
    public const string Bucket = "packages";
    public const string Prefix = "transcoder/0199c0de-0000-7000-8000-000000000005/1/";
    public const string Secret = "only for this run, and long enough to be a secret";
    private const int SegmentsPerRung = 25;
    private const int Tokens = 20;

    public static IReadOnlyList<Rung> Ladder { get; } = [new("240p", 150_000), new("480p", 700_000), new("720p", 1_400_000), new("1080p", 2_500_000)];

    public static IEnumerable<string> Of(Rung rung) => Enumerable.Range(1, SegmentsPerRung).Select(number => $"video/{rung.Name}/{number}.m4s");

    public static async Task MakeAsync(Uri store, string folder)
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(ServerUnderTest.AccessKey, ServerUnderTest.SecretKey),
            new AmazonS3Config { ServiceURL = store.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await client.PutBucketAsync(Bucket);
        foreach (var (rung, file) in Ladder.SelectMany(rung => Of(rung).Select(file => (rung, file))))
        {
            var path = Path.Combine(folder, Prefix, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, RandomNumberGenerator.GetBytes(rung.Bytes));
            await client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = Prefix + file, FilePath = path, ContentType = "video/iso.segment" });
        }
    }

    /// <summary>Paths at the reference.</summary>
    public static string[] Plain(IEnumerable<Rung> rungs) => [.. rungs.SelectMany(Of).Select(file => $"/{Prefix}{file}").OrderBy(_ => Random.Shared.Next())];

    /// <summary>Paths at the edge, each file with the tokens of several viewers.</summary>
    public static string[] Signed(IEnumerable<Rung> rungs)
    {
        var (key, end, names) = (PathKey.Of(Secret), DateTimeOffset.UtcNow.AddHours(2), Ladder.Select(rung => rung.Name).ToArray());
        var tokens = Enumerable.Range(0, Tokens).Select(_ => new PathToken(Guid.CreateVersion7(), Prefix, names, end).Write(key)).ToArray();
        return [.. rungs.SelectMany(Of).SelectMany(file => tokens.Select(token => $"/t/{token}/{Prefix}{file}")).OrderBy(_ => Random.Shared.Next())];
    }
}
