using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value, e.g. a password.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    /// <summary>Characters, 22 by default (128 bits of letters and digits).</summary>
    public int MinLength { get; set; } = 22;

    /// <summary>Whether lower case letters may occur.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether upper case letters may occur.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether digits may occur.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether special characters may occur.</summary>
    public bool Special { get; set; } = true;

    /// <summary>Lower case letters at least.</summary>
    public int MinLower { get; set; }

    /// <summary>Upper case letters at least.</summary>
    public int MinUpper { get; set; }

    /// <summary>Digits at least.</summary>
    public int MinNumeric { get; set; }

    /// <summary>Special characters at least.</summary>
    public int MinSpecial { get; set; }

    /// <inheritdoc />
    public override string GetDefaultValue() => RandomText.Generate(this);

    /// <inheritdoc />
    public override void WriteToManifest(ManifestPublishingContext context)
    {
        var writer = context.Writer;
        writer.WriteStartObject("generate");
        writer.WriteNumber("minLength", MinLength);
        WriteUnlessAllowed("lower", Lower);
        WriteUnlessAllowed("upper", Upper);
        WriteUnlessAllowed("numeric", Numeric);
        WriteUnlessAllowed("special", Special);
        WriteUnlessZero("minLower", MinLower);
        WriteUnlessZero("minUpper", MinUpper);
        WriteUnlessZero("minNumeric", MinNumeric);
        WriteUnlessZero("minSpecial", MinSpecial);
        writer.WriteEndObject();

        void WriteUnlessAllowed(string name, bool allowed)
        {
            if (!allowed)
                writer.WriteBoolean(name, false);
        }

        void WriteUnlessZero(string name, int minimum)
        {
            if (minimum > 0)
                writer.WriteNumber(name, minimum);
        }
    }
}
