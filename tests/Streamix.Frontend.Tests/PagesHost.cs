using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Streamix.Frontend.Pages;

namespace Streamix.Frontend.Tests;

/// <summary>The host as it is, on a built app of this test.</summary>
internal sealed class PagesHost(BuiltApp app, params (string Key, string Value)[] settings) : WebApplicationFactory<PagesOptions>
{
    /// <summary>Sends what it is told and follows nothing.</summary>
    public HttpClient Client => CreateClient(new() { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Pages:Root", app.Root);
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}

internal static class Answers
{
    public static string Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    public static Task<HttpResponseMessage> GetAsync(this HttpClient client, string path, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return client.SendAsync(request);
    }
}
