using Streamix.Demo.Accounts;
using Streamix.Demo.Catalogue;

namespace Streamix.Demo.Seeding;

/// <summary>Everything in order: the administrator, the first film, the viewers while it is transcoded, then one film after the other.</summary>
internal sealed class Seeder(Entrance entrance, Household household, AccountsFile accounts, CatalogueFile catalogue, Shelf shelf, Premiere premiere, Log log, HttpClient http) : IDisposable
{
    /// <returns>True when all is there.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await shelf.ReadAsync(cancellationToken);
        premiere.Knows(catalogue);
        var programme = Programme.Of(catalogue);
        var failed = 0;
        Task? viewers = null;
        foreach (var (i, showing) in programme.Index())
        {
            if (shelf.IsOver(showing.Slug) && showing.Opens.All(other => shelf.IsOver(other.Slug))) continue;
            if (!await TryAsync($"[{i + 1} of {programme.Count}] {showing.En.Title}", () => premiere.ShowAsync(
                showing, $"{i + 1} of {programme.Count}", () => viewers ??= InviteAsync(cancellationToken), cancellationToken))) failed++;
        }
        if (!await TryAsync("An account", () => viewers ?? InviteAsync(cancellationToken))) failed++;
        log.Say(failed == 0 ? $"demo content is complete: {catalogue.Titles.Count} titles, {programme.Count} films" : $"{failed} of {programme.Count + 1} steps failed; the next start tries again");
        return failed == 0;
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> TryAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (DemoException e)
        {
            log.Say($"{what} is left out: {e.Message}");
            return false;
        }
    }

    private async Task InviteAsync(CancellationToken cancellationToken)
    {
        foreach (var viewer in accounts.Viewers)
        {
            var added = await household.CompleteAsync(viewer, await entrance.EnterAsync(viewer, cancellationToken), cancellationToken);
            if (added > 0) log.Say($"{viewer.Email} has {viewer.Profiles.Count + 1} profiles");
        }
    }
}
