namespace Streamix.Media.Catalog.Titles;

/// <summary>The texts of one language.</summary>
internal sealed class TitleText
{
    public TitleText(TextContent content) => (Language, Title, Tagline, Synopsis) = (content.Language, content.Title, content.Tagline, content.Synopsis);

    private TitleText()
    {
    }

    public Guid TitleId { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Tagline { get; private set; }

    public string? Synopsis { get; private set; }

    public void Write(TitleText other) => (Title, Tagline, Synopsis) = (other.Title, other.Tagline, other.Synopsis);
}

/// <summary>An age rating in one territory.</summary>
internal sealed class TitleRating
{
    public TitleRating(RatingContent content) => (Territory, Label, MinimumAge) = (content.Territory, content.Label, content.MinimumAge);

    private TitleRating()
    {
    }

    public Guid TitleId { get; private set; }

    public string Territory { get; private set; } = "";

    public string Label { get; private set; } = "";

    /// <summary>In years.</summary>
    public int MinimumAge { get; private set; }

    public void Write(TitleRating other) => (Label, MinimumAge) = (other.Label, other.MinimumAge);
}

/// <summary>A time in which a title may be seen in one territory.</summary>
internal sealed class TitleWindow
{
    public TitleWindow(WindowContent content) => (Territory, From, Until) = (content.Territory, content.From.ToUniversalTime(), content.Until?.ToUniversalTime());

    private TitleWindow()
    {
    }

    public Guid TitleId { get; private set; }

    public string Territory { get; private set; } = "";

    public DateTimeOffset From { get; private set; }

    /// <summary>Excluded; null without end.</summary>
    public DateTimeOffset? Until { get; private set; }

    public void Write(TitleWindow other) => Until = other.Until;
}

/// <summary>Somebody who took part.</summary>
internal sealed class TitleCredit
{
    public TitleCredit(CreditContent content, int position) =>
        (PersonId, Department, Character, Position) = (content.PersonId, content.Department, content.Character, position);

    private TitleCredit()
    {
    }

    public Guid TitleId { get; private set; }

    /// <summary>In the order of billing, from 0.</summary>
    public int Position { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>See <see cref="Departments"/>.</summary>
    public string Department { get; private set; } = "";

    public string? Character { get; private set; }

    public void Write(TitleCredit other) => (PersonId, Department, Character) = (other.PersonId, other.Department, other.Character);
}

/// <summary>What others call the title.</summary>
internal sealed class TitleExternalId
{
    public TitleExternalId(ExternalIdContent content) => (Source, Value) = (content.Source, content.Value);

    private TitleExternalId()
    {
    }

    public Guid TitleId { get; private set; }

    /// <summary>As <c>imdb</c>.</summary>
    public string Source { get; private set; } = "";

    public string Value { get; private set; } = "";

    public void Write(TitleExternalId other) => Value = other.Value;
}
