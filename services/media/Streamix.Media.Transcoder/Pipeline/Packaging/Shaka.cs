using System.Diagnostics;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>Runs Shaka Packager in a cell.</summary>
internal sealed class Shaka(IOptions<PipelineOptions> options)
{
    private const int KeptLines = 100;

    /// <param name="limits">Its bounds.</param>
    /// <param name="arguments">Everything that anybody may see.</param>
    /// <param name="secrets">Options that hold keys: read from a file, as a command line is seen by all processes.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="ToolFailure">It failed, or was stopped by a limit.</exception>
    public async Task RunAsync(Limits limits, IReadOnlyList<string> arguments, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var cell = new Cell(settings.Scratch is { Length: > 0 } scratch ? scratch : Path.GetTempPath(), settings.Packager, limits, settings.Nice);
        var start = new ProcessStartInfo(Path.Combine(Cell.Tools, "packager")) { WorkingDirectory = cell.Folder, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (secrets.Count > 0)
        {
            await WriteSecretsAsync(cell.PathOf("secrets"), secrets, cancellationToken);
            start.ArgumentList.Add("--flagfile=secrets");
        }

        await RunAsync(cell, start, cancellationToken);
    }

    private static async Task WriteSecretsAsync(string file, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        await using var writer = new StreamWriter(stream);
        foreach (var secret in secrets) await writer.WriteLineAsync(secret.AsMemory(), cancellationToken);
    }

    private static async Task RunAsync(Cell cell, ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var said = new Said(KeptLines);
        using var process = new Process { StartInfo = start };
        process.ErrorDataReceived += (_, line) => said.Add(line.Data);
        process.OutputDataReceived += (_, line) => said.Add(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (process.ExitCode != 0) throw new ToolFailure("packager", said.Reason, said.Lines, cell.Expired);
    }
}
