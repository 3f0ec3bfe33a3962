using System.Xml.Linq;

namespace Streamix.Architecture.Tests;

internal sealed record Project(string Path, XDocument Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Streamix.&lt;Cluster&gt;.&lt;Service&gt; → Cluster.</summary>
    public string Cluster => Name.Split('.')[1];

    public bool IsContracts => Name.EndsWith(".Contracts", StringComparison.Ordinal);

    /// <summary>Runs by itself; what does not is a library of its cluster, as the search engines are.</summary>
    public bool IsProgram => File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "Program.cs"));

    public IEnumerable<string> ProjectReferences => References("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> PackageReferences => References("PackageReference");

    public override string ToString() => Source.Relative(Path);

    private IEnumerable<string> References(string kind) =>
        Xml.Descendants().Where(element => element.Name.LocalName == kind).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
