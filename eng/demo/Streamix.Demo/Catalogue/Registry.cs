using Streamix.Demo.Api;
using Streamix.Demo.Artwork;

namespace Streamix.Demo.Catalogue;

/// <summary>The people of the catalogue, each added once with a portrait, when a title first names them.</summary>
internal sealed class Registry(Gateway gateway, Gallery gallery)
{
    private const string People = "/api/v1/catalog/admin/people";
    private Dictionary<string, Guid>? _known;

    public async Task<Guid> IdOfAsync(PersonEntry person, CancellationToken cancellationToken)
    {
        _known ??= (await gateway.AllAsync<PersonFile>(People, cancellationToken)).ToDictionary(file => file.Content.Slug, file => file.Id, StringComparer.Ordinal);
        if (!_known.TryGetValue(person.Slug, out var id))
        {
            id = (await gateway.PostAsync(People, Content(person), cancellationToken)).As<PersonFile>().Id;
            _known[person.Slug] = id;
        }
        await gallery.HangPortraitAsync(id, person, cancellationToken);
        return id;
    }

    private static object Content(PersonEntry person) => new
    {
        person.Name,
        person.Slug,
        person.BornOn,
        person.BirthPlace,
        Biographies = new[] { new { Language = "en", Text = person.En }, new { Language = "ar", Text = person.Ar } },
    };

    private sealed record PersonFile(Guid Id, PersonContent Content);

    private sealed record PersonContent(string Slug);
}
