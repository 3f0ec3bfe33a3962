using System.Xml.Linq;
using Streamix.Testing;

namespace Streamix.Architecture.Tests;

/// <summary>The tree as files: projects and what they reference, sources and their lines.</summary>
internal static class Source
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", ".streamix", "dist", "TestResults"];

    public static IEnumerable<Project> Projects(params string[] below) =>
        Files("*.csproj", below).Select(path => new Project(path, XDocument.Load(path)));

    public static IEnumerable<string> Files(string pattern, params string[] below)
    {
        var top = Repository.PathOf(below);
        return Directory.Exists(top) ? Walk(new DirectoryInfo(top), pattern) : [];
    }

    public static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(child => Walk(child, pattern)));
}
