using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.People;

/// <summary>Somebody who takes part in titles.</summary>
internal sealed class Person : IVersioned
{
    public Person(PersonContent content, string slug, DateTimeOffset now)
    {
        (Id, CreatedAt) = (Guid.CreateVersion7(now), now);
        Write(content, slug, now);
    }

    private Person()
    {
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As lists are sorted and searched: small letters.</summary>
    public string SortName { get; private set; } = "";

    public DateOnly? BornOn { get; private set; }

    public DateOnly? DiedOn { get; private set; }

    public string? BirthPlace { get; private set; }

    /// <summary>By language.</summary>
    public IReadOnlyList<BiographyContent> Biographies { get; private set; } = [];

    public List<PersonExternalId> ExternalIds { get; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    public void Write(PersonContent content, string slug, DateTimeOffset now)
    {
        (Slug, Name, SortName, UpdatedAt) = (slug, content.Name, content.Name.ToLowerInvariant(), now);
        (BornOn, DiedOn, BirthPlace, Biographies) = (content.BornOn, content.DiedOn, content.BirthPlace, content.Biographies);
        ExternalIds.Become(content.ExternalIds.Select(e => new PersonExternalId(e)), e => e.Source, (old, wanted) => old.Write(wanted));
    }
}

/// <summary>What others call the person.</summary>
internal sealed class PersonExternalId
{
    public PersonExternalId(ExternalIdContent content) => (Source, Value) = (content.Source, content.Value);

    private PersonExternalId()
    {
    }

    public Guid PersonId { get; private set; }

    public string Source { get; private set; } = "";

    public string Value { get; private set; } = "";

    public void Write(PersonExternalId other) => Value = other.Value;
}
