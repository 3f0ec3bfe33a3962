using Streamix.ServiceDefaults.Http;

namespace Streamix.Comms.Email.Operating;

/// <summary>A filter by a state: the words of the answers, whatever their case.</summary>
internal static class Choice
{
    /// <exception cref="ProblemException">400: no such word.</exception>
    public static T? Of<T>(string field, string? text) where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? null
        : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value
        : throw ProblemException.BadRequest(field, $"must be one of {string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}");
}
