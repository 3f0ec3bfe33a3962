namespace Elastic.Transport;

/// <summary>The body of a request.</summary>
public abstract class PostData
{
    /// <summary>A text that is sent as it is.</summary>
    public static PostData String(string serializedString) => new Literal(serializedString);

    /// <inheritdoc cref="String"/>
    public static implicit operator PostData(string literalString) => String(literalString);

    internal abstract string Text { get; }

    private sealed class Literal(string text) : PostData
    {
        internal override string Text { get; } = text;
    }
}
