using System.Text.Json;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>What somebody answered, read to its end.</summary>
internal sealed record Reply(int Status, string Text)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>Why not, for players.</summary>
    public string? Code => Word("code");

    public static async Task<Reply> ReadAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public string? Word(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public T As<T>(int status = 200) => Status == status
        ? JsonSerializer.Deserialize<T>(Text, JsonSerializerOptions.Web)!
        : throw new InvalidOperationException($"{Status} instead of {status}: {Text}");
}
