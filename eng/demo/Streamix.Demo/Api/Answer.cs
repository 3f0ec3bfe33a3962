using System.Net;
using System.Text.Json;

namespace Streamix.Demo.Api;

/// <summary>What the platform answered.</summary>
internal sealed record Answer(string Request, HttpStatusCode Status, JsonElement Body, string? Tag)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <exception cref="DemoException">The platform refused.</exception>
    public Answer Required() => IsSuccess ? this : throw new DemoException($"{Request}: {(int)Status} {Body}");

    /// <exception cref="DemoException">The platform refused.</exception>
    public T As<T>() => Required().Body.Deserialize<T>(Gateway.Json) ?? throw new DemoException($"{Request}: an empty answer");
}
