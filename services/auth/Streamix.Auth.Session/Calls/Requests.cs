using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Http;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Session.Calls;

/// <summary>Reads what other services send; what cannot be meant is refused.</summary>
internal static class Requests
{
    private const int LongestWord = 64;
    private const int LongestKey = 255;

    public static Opening Read(V1.OpenRequest request, DateTimeOffset now)
    {
        var at = request.AuthenticatedAt?.ToDateTimeOffset() ?? now;
        var client = request.Client ?? new();
        return new()
        {
            Key = request.IdempotencyKey is { Length: > 0 and <= LongestKey } key ? key : throw ProblemException.BadRequest("idempotency_key", "is required"),
            AccountId = Account(request.AccountId),
            Roles = [.. Roles(request.Roles)],
            RolesRevision = request.RolesRevision,
            Acr = Acr(request.Acr),
            Method = request.Method == DeviceMethod ? throw ProblemException.BadRequest("method", "is not a way to sign in") : Word("method", request.Method),
            AuthenticatedAt = at,
            ProvenAt = at,
            Client = new(client.Device, client.UserAgent, client.Address, client.Country, client.City),
            Persistent = request.Persistent,
            Cookies = request.Cookies,
        };
    }

    /// <summary>Sessions that another session let in.</summary>
    public const string DeviceMethod = "device";

    public static string Session(string text) => SessionId.IsValid(text) ? text : throw ProblemException.BadRequest("session_id", "is not the id of a session");

    public static Guid Account(string text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : throw ProblemException.BadRequest("account_id", "is not the id of an account");

    public static string Acr(string text) => text is "aal1" or "aal2" ? text : throw ProblemException.BadRequest("acr", "must be aal1 or aal2");

    public static IEnumerable<string> Roles(IEnumerable<string> roles) => roles.Select(role => Word("roles", role));

    public static string Reason(string text) => Word("reason", text);

    private static string Word(string field, string text) =>
        text is { Length: > 0 and <= LongestWord } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '+')
            ? text
            : throw ProblemException.BadRequest(field, "must be a word of small letters, digits, - and +");
}
