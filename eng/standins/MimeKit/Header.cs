namespace MimeKit;

/// <summary>A header field.</summary>
public class Header(string field, string value)
{
    /// <summary>The name.</summary>
    public string Field { get; } = field;

    /// <summary>The value, decoded.</summary>
    public string Value { get; set; } = value;
}

/// <summary>The header fields of a message or part, in order.</summary>
public sealed class HeaderList : System.Collections.ObjectModel.Collection<Header>
{
    /// <summary>Adds a field.</summary>
    public void Add(string field, string value) => Add(new Header(field, value));

    /// <summary>The first value of a field, or null.</summary>
    public string? this[string field]
    {
        get => this.FirstOrDefault(h => h.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Value;
        set
        {
            foreach (var old in this.Where(h => h.Field.Equals(field, StringComparison.OrdinalIgnoreCase)).ToList())
                Remove(old);
            if (value is not null)
                Add(field, value);
        }
    }
}
