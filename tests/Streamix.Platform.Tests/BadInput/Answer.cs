using System.Text.Json;
using Shouldly;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>What came back before the server closed the connection; status 0 when nothing did.</summary>
internal sealed record Answer(int Status, string ContentType, string Body, string Raw)
{
    public static Answer Parse(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (!raw.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || end < 0) return new(0, "", "", raw);
        var body = raw[(end + 4)..];
        return new(
            int.Parse(raw.AsSpan(9, 3)),
            Header(raw[..end], "content-type").Split(';')[0],
            Header(raw[..end], "transfer-encoding") == "chunked" ? Dechunk(body) : body,
            raw);
    }

    /// <summary>The status, and a problem document of the platform's one shape.</summary>
    public void ShouldBeProblem(int status, string what)
    {
        Status.ShouldBe(status, $"{what}: {Raw}");
        ContentType.ShouldBe("application/problem+json", what);
        var problem = JsonDocument.Parse(Body).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status, what);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty(what);
        problem.GetProperty("traceId").GetString()!.Length.ShouldBe(32, what);
        Body.ShouldNotContain("Exception");
        Body.ShouldNotContain("Streamix.");
    }

    private static string Header(string head, string name) =>
        head.Split("\r\n").Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault("");

    private static string Dechunk(string body)
    {
        var text = "";
        for (int at = 0, end; (end = body.IndexOf("\r\n", at, StringComparison.Ordinal)) > at;)
        {
            var size = Convert.ToInt32(body[at..end], 16);
            if (size == 0 || end + 2 + size > body.Length) break;
            text += body.Substring(end + 2, size);
            at = end + 2 + size + 2;
        }
        return text;
    }
}
