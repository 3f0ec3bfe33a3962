using System.Net;
using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Sample.Contracts;

/// <summary>The notes of the present caller, for other services: <c>services.AddServiceClient&lt;NotesClient&gt;("sample-notes")</c>.</summary>
public sealed class NotesClient(HttpClient http)
{
    /// <summary>A note, or null when the caller has no such note.</summary>
    public async Task<NoteView?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync($"/notes/{id}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<NoteView>(JsonDefaults.Options, cancellationToken);
    }

    /// <summary>How many notes the caller has written.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await http.GetFromJsonAsync<NoteCount>("/notes/count", JsonDefaults.Options, cancellationToken))!.Notes;
}
