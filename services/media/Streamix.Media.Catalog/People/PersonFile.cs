using System.ComponentModel;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.People;

/// <summary>A person as editors see it.</summary>
internal sealed record PersonFile(Guid Id, PersonContent Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static PersonFile Of(Person p) => new(p.Id, PersonContent.Of(p), p.CreatedAt, p.UpdatedAt);
}

/// <summary>Which people.</summary>
internal sealed record PersonSearch(
    [property: Description("A part of the name."), Example("goede")] string? Name = null)
{
    public IQueryable<Person> Filter(IQueryable<Person> people)
    {
        if (string.IsNullOrWhiteSpace(Name))
            return people;
        var part = Name.Trim().ToLowerInvariant();
        return people.Where(p => p.SortName.Contains(part));
    }
}
