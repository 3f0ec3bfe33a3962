using Shouldly;
using Xunit;

namespace Streamix.Architecture.Tests;

public sealed class ReferenceLaws
{
    private static readonly string[] Operators = ["Streamix.Infra.Migrator"];

    [Fact]
    public void Service_AnotherServicesProject_IsNeverReferenced()
    {
        var libraries = Source.Projects("services").Where(project => !project.IsProgram && !project.IsContracts).ToDictionary(project => project.Name, project => project.Cluster, StringComparer.Ordinal);
        var wrong =
            from service in Services()
            where !Operators.Contains(service.Name)
            from reference in service.ProjectReferences
            where reference != "Streamix.ServiceDefaults" && !reference.EndsWith(".Contracts", StringComparison.Ordinal)
            where !service.IsProgram || libraries.GetValueOrDefault(reference) != service.Cluster
            select $"{service} references {reference}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_AnythingButContractsAndDefaults_IsNeverReferenced()
    {
        var wrong =
            from contracts in Source.Projects("services").Concat(Source.Projects("tests", "samples")).Where(project => project.IsContracts)
            from reference in contracts.ProjectReferences
            where reference != "Streamix.ServiceDefaults" && !reference.EndsWith(".Contracts", StringComparison.Ordinal)
            select $"{contracts} references {reference}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Project_StandIns_AreNeverReferencedByName()
    {
        var product = Source.Projects().Where(project => !Source.Relative(project.Path).StartsWith("eng/standins/", StringComparison.Ordinal));

        var wrong = product.Where(project => project.Xml.ToString().Contains("eng/standins", StringComparison.Ordinal) && project.Name != "Streamix.StandIns.Tests");

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Project_PackageVersion_StandsInTheCentralFileOnly()
    {
        var wrong =
            from project in Source.Projects()
            where project.Name is not ("Crossgen" or "Streamix.DesignTime")
            from element in project.Xml.Descendants()
            where element.Name.LocalName == "PackageReference" && element.Attribute("Version") is not null
            select $"{project}: {element}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Service_Name_IsClusterAndServiceAndLiesInItsClustersFolder()
    {
        foreach (var project in Source.Projects("services"))
        {
            var parts = project.Name.Split('.');
            parts.Length.ShouldBe(3, project.ToString());
            Source.Relative(project.Path).ShouldBe($"services/{parts[1].ToLowerInvariant()}/{project.Name}/{project.Name}.csproj");
        }
    }

    [Fact]
    public void Solution_EveryProjectOfTheTree_IsInIt()
    {
        var solution = File.ReadAllText(Streamix.Testing.Repository.PathOf("Streamix.sln")).Replace('\\', '/');

        var absent = Source.Projects()
            .Where(project => !Source.Relative(project.Path).StartsWith("eng/standins/", StringComparison.Ordinal) && project.Name is not ("Crossgen" or "Streamix.DesignTime"))
            .Where(project => !solution.Contains(Source.Relative(project.Path), StringComparison.Ordinal));

        absent.ShouldBeEmpty();
    }

    private static IEnumerable<Project> Services() =>
        Source.Projects("services").Concat(Source.Projects("tests", "samples")).Where(project => !project.IsContracts);
}
