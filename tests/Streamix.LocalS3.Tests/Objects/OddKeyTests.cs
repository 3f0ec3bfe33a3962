using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Objects;

public sealed class OddKeyTests : S3Test
{
    public static TheoryData<string> Keys() =>
    [
        "with space", "plus+plus", "percent%20", "100%", "amper&sand=equal?question#hash", "ümlaut/日本語/😀", "quote\"'`", "semi;colon,comma",
        "trailing/", "a//b", "a///", "tilde~star*", "(round)[square]{curly}", "back\\slash", "pipe|caret^", "<xml>&amp;", "...", "a/.../b", "-", "line\u2028separator",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Put_OddKey_GetListCopyDeleteFindIt(string key)
    {
        await PutAsync(key, "odd");
        (await ReadAsync(key)).ShouldBe("odd");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Single().Key.ShouldBe(key);
        await S3.CopyObjectAsync(Bucket, key, Bucket, "copy of " + key);
        await S3.DeleteObjectAsync(Bucket, key);
        (await ReadAsync("copy of " + key)).ShouldBe("odd");
        (await RefusedAsync(() => S3.GetObjectAsync(Bucket, key))).ErrorCode.ShouldBe("NoSuchKey");
    }

    // The SDK folds or trims these, so they are sent by hand.
    [Theory]
    [InlineData("/leading")]
    [InlineData("//two/leading")]
    [InlineData("a/../b")]
    [InlineData("../escape")]
    [InlineData("../-/health")]
    [InlineData("./dot")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/./b/..")]
    public async Task Put_DotsAndLeadingSlashes_AreOrdinaryKeys(string key)
    {
        (await Raw.SendAsync("PUT", $"/{Bucket}/{key}", body: "dots")).Status.ShouldBe(200);
        (await Raw.SendAsync("GET", $"/{Bucket}/{key}")).Body.ShouldBe("dots");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Single().Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("%41%2fb", "/A/b")]
    [InlineData("a+b", "/a+b")]
    public async Task Put_OtherEncodingOfPath_CanonicalSignatureHolds(string sent, string canonical)
    {
        var request = new RawRequest("PUT", $"/{Bucket}{canonical.Replace("+", "%2B", StringComparison.Ordinal)}", body: "x"u8.ToArray());
        new Signer().Sign(request, Raw.Host);
        request.Path = $"/{Bucket}/{sent}";
        (await Raw.SendUnsignedAsync(request)).Status.ShouldBe(200);
        (await ReadAsync(canonical[1..])).ShouldBe("x");
    }

    [Fact]
    public async Task List_ControlCharacterWithUrlEncoding_ComesBack()
    {
        await Raw.SendAsync("PUT", $"/{Bucket}/a%01b", body: "x");
        (await Raw.SendAsync("GET", "/" + Bucket, "encoding-type=url")).Values("Key").ShouldBe(["a%01b"]);
    }

    [Fact]
    public async Task List_ControlCharacterWithoutEncoding_IsAReference()
    {
        await Raw.SendAsync("PUT", $"/{Bucket}/a%01b", body: "x");
        (await Raw.SendAsync("GET", "/" + Bucket)).Body.ShouldContain("<Key>a&#x1;b</Key>");
    }
}
