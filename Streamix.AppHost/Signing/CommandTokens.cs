using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Streamix.AppHost.Signing;

internal static class CommandTokens
{
    /// <summary>A token by which a command of the dashboard calls a service: from the session service, or signed here when there is none.</summary>
    public static async Task<string> CommandTokenAsync(this Platform platform, HttpClient http, CancellationToken cancellationToken)
    {
        if (platform.Session is not { } session)
            return platform.SigningKey.ServiceToken("apphost", TimeProvider.System.GetUtcNow());

        using var request = new HttpRequestMessage(HttpMethod.Post, session.GetEndpoint("http").Url + "/internal/tokens")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"apphost:{platform.CommandsSecret()}")));
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString()!;
    }
}
