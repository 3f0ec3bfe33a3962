using System.Net.Http.Headers;

namespace Streamix.Testing.Tokens;

/// <summary>Clients that call as somebody.</summary>
public static class TokenHttpClientExtensions
{
    /// <summary>Calls as the user of this token.</summary>
    public static HttpClient As(this HttpClient client, string userToken)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", userToken);
        return client;
    }

    /// <summary>Calls as a service, on its own or for a user.</summary>
    public static HttpClient AsService(this HttpClient client, string serviceToken)
    {
        client.DefaultRequestHeaders.Remove("Streamix-Service-Token");
        client.DefaultRequestHeaders.Add("Streamix-Service-Token", serviceToken);
        return client;
    }
}
