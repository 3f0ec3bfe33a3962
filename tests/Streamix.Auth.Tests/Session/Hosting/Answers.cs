using System.Text.Json;

namespace Streamix.Auth.Tests.Session.Hosting;

internal static class Answers
{
    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>401 for this reason.</summary>
    public static async Task ShouldHaveEndedAsync(this HttpResponseMessage response, string reason)
    {
        var problem = await response.ShouldBeAsync(401);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("reason").GetString().ShouldBe(reason);
    }

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static Task<HttpResponseMessage> RefreshAsync(this HttpClient client, string token) =>
        client.PostAsJsonAsync("/session/refresh", new { refreshToken = token });

    public static async Task<string> RefreshedAsync(this HttpClient client, string token)
    {
        using var answer = await client.RefreshAsync(token);
        return (await answer.ShouldBeAsync(200)).Text("refreshToken");
    }

    /// <summary>The claims of a token, unverified.</summary>
    public static JsonElement Claims(this string token)
    {
        var part = token.Split('.')[1];
        return JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(part)).RootElement;
    }
}
