using System.Collections.Frozen;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Type, title and a default detail of each status we answer with.</summary>
internal static class StatusTexts
{
    private const string Rfc9110 = "https://www.rfc-editor.org/rfc/rfc9110#section-15.";
    private const string Rfc6585 = "https://www.rfc-editor.org/rfc/rfc6585#section-";

    private static readonly FrozenDictionary<int, StatusText> All = new Dictionary<int, StatusText>
    {
        [400] = new(Rfc9110 + "5.1", "Bad Request", "The request is not well formed."),
        [401] = new(Rfc9110 + "5.2", "Unauthorized", "Sign in first."),
        [403] = new(Rfc9110 + "5.4", "Forbidden", "This is not allowed for you."),
        [404] = new(Rfc9110 + "5.5", "Not Found", "There is nothing here."),
        [405] = new(Rfc9110 + "5.6", "Method Not Allowed", "This address does not know the method; see the Allow header."),
        [406] = new(Rfc9110 + "5.7", "Not Acceptable", "None of the accepted media types can be produced."),
        [408] = new(Rfc9110 + "5.9", "Request Timeout", "The request arrived too slowly."),
        [409] = new(Rfc9110 + "5.10", "Conflict", "The change conflicts with the present state."),
        [410] = new(Rfc9110 + "5.11", "Gone", "This is no longer available."),
        [411] = new(Rfc9110 + "5.12", "Length Required", "State the length of the body."),
        [412] = new(Rfc9110 + "5.13", "Precondition Failed", "It was changed meanwhile. Read it again and repeat."),
        [413] = new(Rfc9110 + "5.14", "Content Too Large", "The body is too large."),
        [414] = new(Rfc9110 + "5.15", "URI Too Long", "The address is too long."),
        [415] = new(Rfc9110 + "5.16", "Unsupported Media Type", "This content type, charset or encoding is not accepted here."),
        [416] = new(Rfc9110 + "5.17", "Range Not Satisfiable", "The range lies outside."),
        [422] = new(Rfc9110 + "5.21", "Unprocessable Content", "Some values are not acceptable."),
        [428] = new(Rfc6585 + "3", "Precondition Required", "Send If-Match with the ETag you have read."),
        [429] = new(Rfc6585 + "4", "Too Many Requests", "Too many requests. Try again later."),
        [431] = new(Rfc6585 + "5", "Request Header Fields Too Large", "The headers are too large."),
        [500] = new(Rfc9110 + "6.1", "Internal Server Error", "Something went wrong. It has been recorded under the trace id."),
        [501] = new(Rfc9110 + "6.2", "Not Implemented", null),
        [502] = new(Rfc9110 + "6.3", "Bad Gateway", "A part of the service answered wrongly."),
        [503] = new(Rfc9110 + "6.4", "Service Unavailable", "A part of the service is unavailable. Try again shortly."),
        [504] = new(Rfc9110 + "6.5", "Gateway Timeout", "A part of the service did not answer in time."),
    }.ToFrozenDictionary();

    public static StatusText Of(int status) =>
        All.TryGetValue(status, out var text) ? text : new("about:blank", status < 500 ? "Bad Request" : "Internal Server Error", null);
}

internal sealed record StatusText(string Type, string Title, string? Detail);
