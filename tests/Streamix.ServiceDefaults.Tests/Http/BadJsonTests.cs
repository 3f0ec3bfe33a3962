using System.Net.Http.Headers;
using System.Text;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Http;

public sealed class BadJsonTests(ParcelService parcels) : IClassFixture<ParcelService>
{
    [Theory]
    [InlineData("{")]
    [InlineData("{\"name\":\"a\",}")]
    [InlineData("{'name':1}")]
    [InlineData("nonsense")]
    [InlineData("{\"name\":\"a\",\"weight\":1}x")]
    [InlineData("{\"name\":\"a\" \"weight\":1}")]
    public async Task Body_Malformed_Is400WithPosition(string json)
    {
        var problem = await (await PostAsync(json)).ShouldBeProblemAsync(400);
        problem.GetProperty("detail").GetString()!.ShouldStartWith("The body is not valid JSON");
    }

    [Theory]
    [InlineData("{\"name\":1,\"weight\":1}", "name")]
    [InlineData("{\"name\":\"a\",\"weight\":\"1\"}", "weight")]
    [InlineData("{\"name\":\"a\",\"weight\":1.5}", "weight")]
    [InlineData("{\"name\":\"a\",\"weight\":99999999999}", "weight")]
    [InlineData("{\"name\":\"a\",\"weight\":1,\"speed\":\"warp\"}", "speed")]
    [InlineData("{\"name\":\"a\",\"weight\":1,\"speed\":1}", "speed")]
    [InlineData("{\"name\":[],\"weight\":1}", "name")]
    [InlineData("{\"name\":\"a\",\"weight\":1,\"items\":{}}", "items")]
    [InlineData("{\"name\":\"a\",\"weight\":1,\"items\":[{\"code\":\"x\",\"price\":true}]}", "items[0].price")]
    [InlineData("{\"weight\":1}", "name")]
    [InlineData("{\"name\":null,\"weight\":1}", "name")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\",\"weight\":1}", "name")]
    public async Task Body_FieldOfWrongForm_Is400WithItsName(string json, string field)
    {
        var problem = await (await PostAsync(json)).ShouldBeProblemAsync(400);
        problem.Errors(field).Length.ShouldBe(1);
        problem.ToString().ShouldNotContain("Streamix.");
        problem.ToString().ShouldNotContain("System.");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Body_NotAnObject_Is400(string json) => await (await PostAsync(json)).ShouldBeProblemAsync(400);

    [Fact]
    public async Task Body_BothMissing_NamesBoth()
    {
        var problem = await (await PostAsync("{}")).ShouldBeProblemAsync(400);
        problem.Errors("name").ShouldBe(["is required"]);
        problem.Errors("weight").ShouldBe(["is required"]);
    }

    [Fact]
    public async Task Body_NestedTooDeep_Is400() =>
        await (await PostAsync(new string('[', 5000) + new string(']', 5000))).ShouldBeProblemAsync(400);

    [Fact]
    public async Task Text_WithNul_Is400WithField()
    {
        var problem = await (await PostAsync("{\"name\":\"a\\u0000b\",\"weight\":1}")).ShouldBeProblemAsync(400);
        problem.Errors("name").ShouldBe(["contains a character that is not allowed"]);
    }

    [Fact]
    public async Task Text_WithLoneSurrogate_Is400() => await (await PostAsync("{\"name\":\"\\ud800\",\"weight\":1}")).ShouldBeProblemAsync(400);

    [Theory]
    [InlineData(new byte[] { 0xff, 0xfe })]
    [InlineData(new byte[] { 0xc3, 0x28 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xf8, 0x88, 0x80, 0x80 })]
    public async Task Text_InvalidUtf8_Is400(byte[] bytes)
    {
        byte[] body = [.. "{\"name\":\""u8, .. bytes, .. "\",\"weight\":1}"u8];
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        await (await parcels.Service.Client().PostAsync("/parcels", content)).ShouldBeProblemAsync(400);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("not a type")]
    public async Task ContentType_Foreign_Is415(string type)
    {
        var content = new ByteArrayContent("{\"name\":\"a\",\"weight\":1}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        await (await parcels.Service.Client().PostAsync("/parcels", content)).ShouldBeProblemAsync(415);
    }

    [Fact]
    public async Task ContentEncoding_NotAskedFor_Is415ButAcceptedWhereMarked()
    {
        var client = parcels.Service.Client();
        var refused = await client.PostAsync("/parcels", Gzipped());
        await refused.ShouldBeProblemAsync(415);
        (await client.PostAsync("/parcels/raw", Gzipped())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Body_Right_IsHandled()
    {
        var before = parcels.Handled;
        var response = await PostAsync("{\"name\":\"Ünïcode 🎬\",\"weight\":1,\"speed\":\"fast\",\"unknown\":true}");
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"speed\":\"fast\"");
        parcels.Handled.ShouldBe(before + 1);
    }

    private static ByteArrayContent Gzipped()
    {
        var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private Task<HttpResponseMessage> PostAsync(string json) =>
        parcels.Service.Client().PostAsync("/parcels", new StringContent(json, Encoding.UTF8, "application/json"));
}
