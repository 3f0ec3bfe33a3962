using System.Text.Json;

namespace Streamix.Users.Tests.Profile;

/// <summary>The calls that many tests make.</summary>
internal static class Calls
{
    public static Task<HttpResponseMessage> CreateAsync(this HttpClient client, string name, bool kids = false, int? maturity = null, string? language = null) =>
        client.PostAsJsonAsync("/profiles", new { name, kids, maturity, language });

    public static async Task<Guid> CreatedAsync(this HttpClient client, string name, bool kids = false, int? maturity = null) =>
        (await ProfileHost.JsonAsync(await client.CreateAsync(name, kids, maturity))).GetProperty("id").GetGuid();

    public static async Task<JsonElement> ReadAsync(this HttpClient client, Guid id) => await ProfileHost.JsonAsync(await client.GetAsync($"/profiles/{id}"));

    public static async Task<List<JsonElement>> ListAsync(this HttpClient client) =>
        [.. (await ProfileHost.JsonAsync(await client.GetAsync("/profiles"))).GetProperty("items").EnumerateArray()];

    public static async Task<List<string>> NamesAsync(this HttpClient client) => [.. (await client.ListAsync()).Select(p => p.GetProperty("name").GetString()!)];

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, object? body = null, string? pin = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (pin is not null)
            request.Headers.Add("Profile-Pin", pin);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> ChangeAsync(
        this HttpClient client, Guid id, string name, bool kids = false, int? maturity = null, string? pin = null, string? ifMatch = "*", string? language = null) =>
        client.SendAsync(HttpMethod.Put, $"/profiles/{id}", new { name, kids, maturity, language }, pin, ifMatch);

    public static Task<HttpResponseMessage> SetPinAsync(this HttpClient client, Guid id, string pin, string? old = null) =>
        client.SendAsync(HttpMethod.Put, $"/profiles/{id}/pin", new { pin }, old);

    public static async Task<HttpResponseMessage> ShouldBeAsync(this Task<HttpResponseMessage> call, int status, string? code = null)
    {
        var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        if (status >= 400)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        if (code is not null)
            JsonDocument.Parse(text).RootElement.GetProperty("code").GetString().ShouldBe(code);
        return answer;
    }
}
