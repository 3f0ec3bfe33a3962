using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Streamix.Auth.Session.Issuing;

/// <summary>Answers in the form of RFC 6749, section 5.</summary>
internal static class OAuthAnswers
{
    public static JsonHttpResult<OAuthError> Error(string error, string? description = null, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new OAuthError(error, description), statusCode: status);

    /// <summary>Tokens are never kept by caches.</summary>
    public static void NotStored(HttpResponse response) => response.Headers.CacheControl = "no-store";
}

/// <summary>Why there is no token.</summary>
internal sealed record OAuthError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description);

/// <summary>A service's token.</summary>
internal sealed record ServiceTokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn);
