namespace Aspire.Hosting;

/// <summary>Names of volumes.</summary>
public static class VolumeNameGenerator
{
    /// <summary>{application}-{ten digits of its hash}-{resource}-{suffix}, in the characters engines allow.</summary>
    public static string Generate<T>(IResourceBuilder<T> builder, string suffix)
        where T : IResource
    {
        if (!suffix.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))
            throw new ArgumentException($"The suffix '{suffix}' contains invalid characters. Only [a-zA-Z0-9_.-] are allowed.", nameof(suffix));
        var application = builder.ApplicationBuilder;
#pragma warning disable CA1308 // engines compare names in lower case
        var hash = application.Configuration["AppHost:Sha256"]![..10].ToLowerInvariant();
        var name = Sanitized(application.Environment.ApplicationName).ToLowerInvariant();
#pragma warning restore CA1308
        return $"{name}-{hash}-{builder.Resource.Name}-{suffix}";
    }

    private static string Sanitized(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterOrDigit(c) || (i > 0 && c is '_' or '.' or '-') ? c : '_'));
}
