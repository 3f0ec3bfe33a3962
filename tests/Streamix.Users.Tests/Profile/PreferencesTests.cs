using System.Text;
using System.Text.Json;

namespace Streamix.Users.Tests.Profile;

public sealed class PreferencesTests(ProfileHost host) : IClassFixture<ProfileHost>
{
    private readonly Guid _account = Guid.CreateVersion7();

    private HttpClient Me => host.User(_account);

    [Fact]
    public async Task Read_Untouched_IsTheUsual()
    {
        var preferences = await ProfileHost.JsonAsync(await Me.GetAsync($"/profiles/{await Me.CreatedAsync("Ana")}/preferences"));
        preferences.GetProperty("autoplayNext").GetBoolean().ShouldBeTrue();
        preferences.GetProperty("dataSaver").GetString().ShouldBe("off");
        var style = preferences.GetProperty("captions").GetProperty("style");
        (style.GetProperty("color").GetString(), style.GetProperty("backgroundOpacity").GetInt32()).ShouldBe(("#ffffff", 75));
    }

    [Fact]
    public async Task Replace_ThenRead_GivesThem()
    {
        var id = await Me.CreatedAsync("Ana");
        await PutAsync(id, """{"autoplayNext":false,"dataSaver":"mobile","audioLanguage":"pt-BR","captions":{"mode":"always","style":{"size":150,"edge":"outline","place":"top"}}}""").ShouldBeAsync(200);
        var read = await ProfileHost.JsonAsync(await Me.GetAsync($"/profiles/{id}/preferences"));
        read.GetProperty("autoplayNext").GetBoolean().ShouldBeFalse();
        read.GetProperty("autoplayPreviews").GetBoolean().ShouldBeTrue();
        read.GetProperty("captions").GetProperty("style").GetProperty("size").GetInt32().ShouldBe(150);
        read.GetProperty("captions").GetProperty("style").GetProperty("edge").GetString().ShouldBe("outline");
    }

    [Fact]
    public async Task Replace_Stale_Is412()
    {
        var id = await Me.CreatedAsync("Ana");
        var tag = (await Me.GetAsync($"/profiles/{id}/preferences")).Headers.ETag!.Tag;
        await PutAsync(id, "{}", tag).ShouldBeAsync(200);
        await PutAsync(id, """{"autoplayNext":false}""", tag).ShouldBeAsync(412);
    }

    [Theory]
    [InlineData("""{"audioLanguage":"english_GB"}""", 422, "audioLanguage")]
    [InlineData("""{"captions":{"language":"-"}}""", 422, "captions.language")]
    [InlineData("""{"captions":{"style":{"size":301}}}""", 422, "captions.style.size")]
    [InlineData("""{"captions":{"style":{"opacity":-1}}}""", 422, "captions.style.opacity")]
    [InlineData("""{"captions":{"style":{"color":"red"}}}""", 422, "captions.style.color")]
    [InlineData("""{"captions":{"style":{"edgeColor":"#12345"}}}""", 422, "captions.style.edgeColor")]
    [InlineData("""{"dataSaver":"sometimes"}""", 400, "dataSaver")]
    [InlineData("""{"dataSaver":1}""", 400, "dataSaver")]
    [InlineData("""{"captions":null}""", 400, "captions")]
    [InlineData("""{"autoplayNext":"yes"}""", 400, "autoplayNext")]
    public async Task Replace_Unacceptable_SaysWhatIsWrong(string body, int status, string field)
    {
        var answer = await PutAsync(await Me.CreatedAsync("Ana"), body).ShouldBeAsync(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    private Task<HttpResponseMessage> PutAsync(Guid id, string body, string ifMatch = "*")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/profiles/{id}/preferences") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return Me.SendAsync(request);
    }
}
