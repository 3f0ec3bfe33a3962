using System.Text;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Forms;

public sealed class PostObjectTests : S3Test
{
    private const string StartsWith = """["starts-with","$key","up/"]""";

    [Fact]
    public async Task Post_Allowed_StoresFile()
    {
        var answer = await SendAsync(new(Bucket, StartsWith));
        answer.Status.ShouldBe(204);
        (await ReadAsync("up/a.txt")).ShouldBe("posted");
    }

    [Fact]
    public async Task Post_FileName_TakesItsPlaceInTheKey()
    {
        var form = new PostForm(Bucket, StartsWith);
        form.Fields["key"] = "up/${filename}";
        await form.SendAsync(Server.Address, "posted"u8.ToArray(), "holiday.jpg");
        (await ReadAsync("up/holiday.jpg")).ShouldBe("posted");
    }

    [Fact]
    public async Task Post_Status201_TellsWhereItIs()
    {
        var form = new PostForm(Bucket, StartsWith + """,{"success_action_status":"201"}""");
        form.Fields["success_action_status"] = "201";
        var answer = await SendAsync(form);
        (answer.Status, answer.Value("Key"), answer.Value("Bucket")).ShouldBe((201, "up/a.txt", Bucket));
    }

    [Fact]
    public async Task Post_Redirect_SeeOther()
    {
        var form = new PostForm(Bucket, StartsWith + """,["starts-with","$success_action_redirect",""]""");
        form.Fields["success_action_redirect"] = "https://app.example/done?x=1";
        var answer = await SendAsync(form);
        answer.Status.ShouldBe(303);
        answer.Headers["Location"].ShouldStartWith($"https://app.example/done?x=1&bucket={Bucket}&key=up%2Fa.txt&etag=");
    }

    [Fact]
    public async Task Post_TypeMetadataAndTags_AreKept()
    {
        var form = new PostForm(Bucket, StartsWith + """,["starts-with","$Content-Type","image/"],["eq","$x-amz-meta-title","ü"],["starts-with","$tagging",""]""");
        form.Fields["Content-Type"] = "image/png";
        form.Fields["x-amz-meta-title"] = "ü";
        form.Fields["tagging"] = "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>";
        (await SendAsync(form)).Status.ShouldBe(204);
        var head = await Raw.SendAsync("HEAD", $"/{Bucket}/up/a.txt");
        (head.Headers["Content-Type"], head.Headers["x-amz-tagging-count"]).ShouldBe(("image/png", "1"));
    }

    [Theory]
    [InlineData("elsewhere/a.txt")]
    [InlineData("")]
    public async Task Post_KeyOutsidePolicy_AccessDenied(string key)
    {
        var form = new PostForm(Bucket, StartsWith);
        form.Fields["key"] = key;
        (await SendAsync(form)).Code.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Post_FieldWithoutCondition_AccessDenied()
    {
        var form = new PostForm(Bucket, StartsWith);
        form.Fields["x-amz-meta-extra"] = "1";
        (await SendAsync(form)).Value("Message").ShouldContain("Extra input fields");
    }

    [Fact]
    public async Task Post_Expired_AccessDenied() =>
        (await SendAsync(new(Bucket, StartsWith) { Expiration = DateTimeOffset.UtcNow.AddSeconds(-1) })).Value("Message").ShouldContain("expired");

    [Fact]
    public async Task Post_WrongSignature_SignatureDoesNotMatch() =>
        (await SendAsync(new(Bucket, StartsWith) { Signature = new string('0', 64) })).Code.ShouldBe("SignatureDoesNotMatch");

    [Fact]
    public async Task Post_WrongAccessKey_InvalidAccessKeyId() =>
        (await SendAsync(new(Bucket, StartsWith) { Signer = new(Access: "OTHER") })).Code.ShouldBe("InvalidAccessKeyId");

    [Theory]
    [InlineData(7, 100, "EntityTooSmall")]
    [InlineData(0, 5, "EntityTooLarge")]
    public async Task Post_SizeOutsideRange_RefusedAndNothingStored(int least, int most, string code)
    {
        (await SendAsync(new(Bucket, $"{StartsWith},[\"content-length-range\",{least},{most}]"))).Code.ShouldBe(code);
        (await Raw.SendAsync("HEAD", $"/{Bucket}/up/a.txt")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Post_OtherTypeThanAllowed_AccessDenied()
    {
        var form = new PostForm(Bucket, StartsWith + """,["starts-with","$Content-Type","image/"]""");
        form.Fields["Content-Type"] = "text/html";
        (await SendAsync(form)).Code.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Post_PolicyIsNoJson_InvalidPolicyDocument() =>
        (await SendAsync(new(Bucket, "nonsense"))).Code.ShouldBe("InvalidPolicyDocument");

    [Fact]
    public async Task Post_WithoutPolicy_AccessDenied()
    {
        var body = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nf\r\n--x--\r\n";
        (await PostAsync(body)).Code.ShouldBe("AccessDenied");
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n--x--\r\n", "InvalidArgument")]
    [InlineData("nonsense", "MalformedPOSTRequest")]
    [InlineData("--x\r\nno disposition\r\n\r\nk\r\n--x--\r\n", "MalformedPOSTRequest")]
    public async Task Post_MalformedForm_Refused(string body, string code) => (await PostAsync(body)).Code.ShouldBe(code);

    [Fact]
    public async Task Post_HugeField_Refused() =>
        (await PostAsync($"--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{new string('a', 30_000)}\r\n--x--\r\n")).Code.ShouldBe("MaxPostPreDataLengthExceeded");

    [Fact]
    public async Task Post_PresignedBySdk_StoresFile()
    {
        var presigned = await S3.CreatePresignedPostAsync(new CreatePresignedPostRequest { BucketName = Bucket, Key = "by-sdk", Expires = DateTime.UtcNow.AddMinutes(5) });
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in presigned.Fields)
            content.Add(new StringContent(value), $"\"{name}\"");
        content.Add(new ByteArrayContent("posted"u8.ToArray()), "\"file\"", "\"f\"");
        using var http = new HttpClient();
        (await http.PostAsync(presigned.Url, content)).IsSuccessStatusCode.ShouldBeTrue();
        (await ReadAsync("by-sdk")).ShouldBe("posted");
    }

    private Task<RawAnswer> SendAsync(PostForm form) => form.SendAsync(Server.Address, "posted"u8.ToArray());

    private Task<RawAnswer> PostAsync(string body) =>
        Raw.SendUnsignedAsync(new RawRequest("POST", "/" + Bucket, body: Encoding.ASCII.GetBytes(body)).With("Content-Type", "multipart/form-data; boundary=x"));
}
