using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Buckets;

public sealed class XmlLimitTests : S3Test
{
    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<Delete><Object><Key>a</Key></Object>")]
    [InlineData("<Other/>")]
    [InlineData("<Delete></Delete>")]
    [InlineData("<Delete><Object></Object></Delete>")]
    [InlineData("<!DOCTYPE Delete [<!ENTITY a \"b\">]><Delete><Object><Key>&a;</Key></Object></Delete>")]
    [InlineData("<!DOCTYPE Delete SYSTEM \"file:///etc/passwd\"><Delete><Object><Key>a</Key></Object></Delete>")]
    public async Task DeleteObjects_BadXml_MalformedXML(string body) =>
        (await Raw.SendAsync("POST", "/" + Bucket, "delete", body)).Code.ShouldBe("MalformedXML");

    [Fact]
    public async Task DeleteObjects_InvalidUtf8_MalformedXML()
    {
        byte[] body = [.. "<Delete><Object><Key>"u8, 0xff, 0xfe, .. "</Key></Object></Delete>"u8];
        (await Raw.SendAsync(new("POST", "/" + Bucket, "delete", body))).Code.ShouldBe("MalformedXML");
    }

    [Fact]
    public async Task DeleteObjects_DeeplyNested_MalformedXML()
    {
        var body = string.Concat(Enumerable.Repeat("<a>", 200_000));
        (await Raw.SendAsync("POST", "/" + Bucket, "delete", $"<Delete>{body}")).Code.ShouldBe("MalformedXML");
    }

    [Fact]
    public async Task DeleteObjects_MoreThanAThousandKeys_MalformedXML()
    {
        var keys = string.Concat(Enumerable.Range(0, 1001).Select(i => $"<Object><Key>{i}</Key></Object>"));
        (await Raw.SendAsync("POST", "/" + Bucket, "delete", $"<Delete>{keys}</Delete>")).Code.ShouldBe("MalformedXML");
    }

    [Fact]
    public async Task Cors_TooLargeBody_EntityTooLarge()
    {
        var body = $"<CORSConfiguration>{new string(' ', 70_000)}</CORSConfiguration>";
        (await Raw.SendAsync("PUT", "/" + Bucket, "cors", body)).Code.ShouldBe("EntityTooLarge");
    }

    [Fact]
    public async Task Headers_TooMany_Refused()
    {
        var request = new RawRequest("GET", "/" + Bucket);
        for (var i = 0; i < 150; i++)
            request.With($"x-flood-{i}", "1");
        (await Raw.SendAsync(request)).Status.ShouldBe(431);
        (await Raw.SendAsync("HEAD", "/" + Bucket)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Headers_TooLarge_Refused() =>
        (await Raw.SendAsync(new RawRequest("GET", "/" + Bucket).With("x-flood", new string('a', 40_000)))).Status.ShouldBe(431);

    [Theory]
    [InlineData("/%ff%fe")]
    [InlineData("/%zz")]
    [InlineData("/%e2%82")]
    public async Task Path_NotUtf8_Refused(string key) =>
        (await Raw.SendUnsignedAsync(new("GET", $"/{Bucket}{key}"))).Status.ShouldBe(400);
}
