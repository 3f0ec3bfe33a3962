using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The value of a parameter nobody has set.</summary>
public abstract class ParameterDefault
{
    /// <summary>Computes the value; two calls may differ.</summary>
    public abstract string GetDefaultValue();

    /// <summary>Writes the members of the manifest's <c>default</c> object.</summary>
    public abstract void WriteToManifest(ManifestPublishingContext context);
}

internal sealed class ConstantParameterDefault(Func<string> value) : ParameterDefault
{
    public override string GetDefaultValue() => value();

    public override void WriteToManifest(ManifestPublishingContext context) => context.Writer.WriteString("value", value());
}
