using Streamix.Demo.Api;

namespace Streamix.Demo.Catalogue;

/// <summary>Writes titles that are not there yet, parents first. What is there is never written again: it may be an editor's by now.</summary>
internal sealed class Writer(Gateway gateway, Shelf shelf, Registry registry)
{
    private IReadOnlyDictionary<string, PersonEntry> _people = new Dictionary<string, PersonEntry>();

    public void Knows(IReadOnlyList<PersonEntry> people) => _people = people.ToDictionary(person => person.Slug, StringComparer.Ordinal);

    public async Task<Guid> WriteAsync(Showing showing, CancellationToken cancellationToken)
    {
        if (shelf.Find(showing.Slug) is { } known) return known;
        var parent = showing.Parent is null ? (Guid?)null : await WriteAsync(showing.Parent, cancellationToken);
        var content = TitleContents.Of(showing, showing.IsTrailer || !showing.IsHead ? [] : await CreditsAsync(showing.Entry, cancellationToken));
        var title = (await gateway.PostAsync(Shelf.Titles, new { showing.Kind, content, parentId = parent }, cancellationToken)).As<Written>();
        shelf.Keep(showing.Slug, title.Id, title.State);
        return title.Id;
    }

    private async Task<IReadOnlyList<object>> CreditsAsync(TitleEntry title, CancellationToken cancellationToken)
    {
        List<object> credits = [];
        foreach (var credit in title.Credits)
            credits.Add(new { personId = await registry.IdOfAsync(_people[credit.Person], cancellationToken), credit.Department, credit.Character });
        return credits;
    }

    private sealed record Written(Guid Id, string State);
}
