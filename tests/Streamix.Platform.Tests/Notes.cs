using System.Net.Http.Json;
using System.Text.Json;

namespace Streamix.Platform.Tests;

/// <summary>The sample service as a client of the gateway sees it.</summary>
internal static class Notes
{
    public static async Task<Guid> WriteAsync(HttpClient client, string title, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/notes") { Content = JsonContent.Create(new { title, text = "Text" }) };
        request.Headers.Add("Idempotency-Key", idempotencyKey ?? Guid.NewGuid().ToString("n"));
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}", null, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public static async Task<string?> ReadAsync(HttpClient client, Guid id) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/notes/{id}")).GetProperty("title").GetString();

    public static async Task<int> CountAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/notes/count")).GetProperty("notes").GetInt32();
}
