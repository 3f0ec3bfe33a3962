using System.IO.Compression;

namespace Streamix.Frontend.Tests;

public sealed class EncodingTests
{
    private const string Script = "/assets/index-Ab12.js";

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0.2, identity", "")]
    [InlineData("deflate", "")]
    [InlineData("*;q=0", "")]
    [InlineData("", "")]
    public async Task Script_ByWhatIsAccepted_ComesInItsBestForm(string accepted, string expected)
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync(Script, "Accept-Encoding", accepted);

        answer.Header("Content-Encoding").ShouldBe(expected);
        answer.Header("Vary").ShouldBe("Accept-Encoding");
        (await PlainAsync(answer)).ShouldBe(BuiltApp.Script);
    }

    [Fact]
    public async Task Forms_OfOneScript_HaveDifferentTags()
    {
        await using var host = new PagesHost(new());
        var tags = new HashSet<string>();

        foreach (var accepted in (string[])["br", "gzip", "identity"])
        {
            using var answer = await host.Client.GetAsync(Script, "Accept-Encoding", accepted);
            tags.Add(answer.Headers.ETag!.Tag);
        }

        tags.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Asset_WithoutCompressedForms_ComesAsItIs()
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync("/icon.svg", "Accept-Encoding", "br");

        answer.Header("Content-Encoding").ShouldBeEmpty();
        answer.Header("Vary").ShouldBeEmpty();
    }

    private static async Task<string> PlainAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
