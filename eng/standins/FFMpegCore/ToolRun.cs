using System.Diagnostics;

namespace FFMpegCore;

/// <summary>A process, from start to end.</summary>
internal sealed record ToolRun(int ExitCode, string Output, IReadOnlyList<string> Errors)
{
    public static async Task<ToolRun> RunAsync(string tool, string arguments, FFOptions options, Action<string>? heard, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var errors = new List<string>();
        using var process = new Process
        {
            StartInfo = new(options.PathOf(tool), arguments)
            {
                WorkingDirectory = options.WorkingDirectory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
            },
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            errors.Add(line.Data);
            heard?.Invoke(line.Data);
        };
        process.Start();
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return new(process.ExitCode, await output.ConfigureAwait(false), errors);
    }
}
