using System.Net;
using Streamix.Demo.Api;

namespace Streamix.Demo.Catalogue;

/// <summary>Publishes titles, each once; one that somebody withdrew stays withdrawn.</summary>
internal sealed class Opening(Gateway gateway, Shelf shelf)
{
    private const int Attempts = 5;

    public async Task OpenAsync(Showing showing, Guid id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await gateway.GetAsync($"{Shelf.Titles}/{id}", cancellationToken);
            var state = read.Required().Body.GetProperty("state").GetString()!;
            shelf.Keep(showing.Slug, id, state);
            if (shelf.IsOver(showing.Slug)) return;
            var step = state == "draft" && showing.Film is null ? "ready" : "publish";
            var moved = await gateway.PostAsync($"{Shelf.Titles}/{id}/{step}", new { reason = "Demo content" }, cancellationToken, read.Tag);
            // Somebody changed it between the two; news of its package does.
            if (moved.Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict && attempt < Attempts) continue;
            moved.Required();
        }
    }
}
