namespace FFMpegCore;

/// <summary>What has options in front of it.</summary>
public abstract class FFMpegArgumentsBase
{
    internal List<string> Parts { get; } = [];
}

/// <summary>The options of an input.</summary>
public class FFMpegInputOptions : FFMpegArgumentsBase
{
    /// <summary>As it is written on the command line.</summary>
    public FFMpegInputOptions WithCustomArgument(string argument)
    {
        Parts.Add(argument);
        return this;
    }
}

/// <summary>The options of an output.</summary>
public class FFMpegOutputOptions : FFMpegArgumentsBase
{
    /// <inheritdoc cref="FFMpegInputOptions.WithCustomArgument"/>
    public FFMpegOutputOptions WithCustomArgument(string argument)
    {
        Parts.Add(argument);
        return this;
    }
}

/// <summary>Several outputs of one run.</summary>
public class FFMpegMultiOutputOptions
{
    internal List<string> Parts { get; } = [];

    /// <summary>Adds a file.</summary>
    public FFMpegMultiOutputOptions OutputToFile(string file, bool overwrite = true, Action<FFMpegOutputOptions>? addArguments = null)
    {
        var options = new FFMpegOutputOptions();
        addArguments?.Invoke(options);
        Parts.AddRange([.. options.Parts, $"\"{file}\"{(overwrite ? " -y" : "")}"]);
        return this;
    }
}

/// <summary>Composes a command line.</summary>
public sealed class FFMpegArguments : FFMpegArgumentsBase
{
    private FFMpegArguments()
    {
    }

    /// <summary>Starts with an input.</summary>
    /// <exception cref="FileNotFoundException">When run: there is no such file, and it was to be verified.</exception>
    public static FFMpegArguments FromFileInput(string filePath, bool verifyExists = true, Action<FFMpegInputOptions>? addArguments = null) =>
        new FFMpegArguments().AddFileInput(filePath, verifyExists, addArguments);

    /// <summary>Adds an input.</summary>
    /// <inheritdoc cref="FromFileInput"/>
    public FFMpegArguments AddFileInput(string filePath, bool verifyExists = true, Action<FFMpegInputOptions>? addArguments = null)
    {
        var options = new FFMpegInputOptions();
        addArguments?.Invoke(options);
        Parts.AddRange([.. options.Parts, $"-i \"{filePath}\""]);
        if (verifyExists) Verified.Add(filePath);
        return this;
    }

    /// <summary>Ends with outputs.</summary>
    public FFMpegArgumentProcessor OutputToMany(Action<FFMpegMultiOutputOptions> addOutputs)
    {
        var outputs = new FFMpegMultiOutputOptions();
        addOutputs(outputs);
        return new(string.Join(' ', [.. Parts, .. outputs.Parts]), Verified);
    }

    private List<string> Verified { get; } = [];
}
