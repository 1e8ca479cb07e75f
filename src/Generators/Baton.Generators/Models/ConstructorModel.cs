using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>How an object is made from the service container.</summary>
sealed record ConstructorModel(EquatableArray<DependencyModel> Parameters);

/// <summary>A constructor parameter.</summary>
/// <param name="Type">Full name with <c>global::</c>.</param>
sealed record DependencyModel(string Type, DependencyKind Kind);

/// <summary>Where a constructor argument comes from.</summary>
enum DependencyKind
{
    /// <summary>The service container.</summary>
    Service,

    /// <summary><c>IHttpClientFactory</c>, under the connector's name.</summary>
    HttpClient,

    /// <summary>An <c>ILogger</c> without a category: made for the class that asks.</summary>
    Logger,

    /// <summary>The container when it has one, else null.</summary>
    Optional,
}

/// <summary>A class of the author that constructors name; registered as a singleton unless the author registered it.</summary>
sealed record ServiceModel(string Type, ConstructorModel Constructor);
