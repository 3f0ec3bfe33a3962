using System.Diagnostics;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Readme;

/// <summary>This checkout once more, in a folder that goes with it: the sources, what is built of them, and links to the installed tools.</summary>
internal sealed class TreeCopy : IDisposable
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
    private static readonly string Other = Configuration == "Release" ? "Debug" : "Release";

    private TreeCopy(string root) => Root = root;

    public string Root { get; }

    public static async Task<TreeCopy> MakeAsync()
    {
        var copy = new TreeCopy(Directory.CreateTempSubdirectory("streamix-readme-").FullName);
        await ShellAsync(Repository.Root, $$"""
            find . \( -name .git -o -name .streamix -o -name node_modules -o -path '*/bin/{{Other}}' -o -path '*/obj/{{Other}}' \
                -o -path './tests/[!s]*/bin' -o -path './tests/[!s]*/obj' \) -prune -o -type f -print0 | tar cf - --null -T - | tar xf - -C "{{copy.Root}}"
            mkdir "{{copy.Root}}/.streamix"
            for part in tools cache; do [ ! -d .streamix/$part ] || ln -s "$PWD/.streamix/$part" "{{copy.Root}}/.streamix/$part"; done
            """);
        return copy;
    }

    /// <summary>Does what the step says.</summary>
    public Task ApplyAsync(ReadmeStep step) => step switch
    {
        { Language: "bash", Path: null } => ShellAsync(Root, step.Text),
        { Language: "diff", Path: { } path } => InsertAsync(Path.Combine(Root, path), step.Text),
        { Path: { } path } => WriteAsync(Path.Combine(Root, path), step.Text),
        _ => throw new InvalidOperationException($"To which file does this belong?\n{step.Text}"),
    };

    /// <summary>Compiles these projects against what is built already.</summary>
    public async Task BuildAsync(params IEnumerable<string> projects)
    {
        foreach (var project in projects) await ShellAsync(Root, $"dotnet build {project} -c {Configuration} --no-dependencies -v quiet -nologo");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static async Task WriteAsync(string file, string text)
    {
        if (File.Exists(file)) throw new InvalidOperationException($"{file} exists already");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }

    /// <summary>The lines with + follow the line before them, which the file has once.</summary>
    private static async Task InsertAsync(string file, string diff)
    {
        var lines = (await File.ReadAllLinesAsync(file)).ToList();
        var at = -1;
        foreach (var line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line[0] == '+') lines.Insert(++at, line[1..]);
            else at = lines.FindIndex(line[1..].Equals) is >= 0 and var found ? found : throw new InvalidOperationException($"{file} has no line '{line[1..]}'");
        await File.WriteAllLinesAsync(file, lines);
    }

    private static async Task ShellAsync(string folder, string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0) throw new InvalidOperationException($"{script}\nended with {shell.ExitCode}:\n{await output}{await errors}");
    }
}
