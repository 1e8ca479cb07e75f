using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>Where a generated part goes: the author's class with its namespace and the types around it.</summary>
/// <param name="Namespace">Namespace with keywords escaped; empty for the global one.</param>
/// <param name="Parts">Headers to re-open, outermost first, for example <c>class Outer&lt;T&gt;</c>, <c>record class Inner</c>; without <c>partial</c>.</param>
/// <param name="Type">Full name with <c>global::</c>.</param>
/// <param name="MetadataName">Full metadata name, the base of the hint name.</param>
sealed record HostModel(string Namespace, EquatableArray<string> Parts, string Type, string MetadataName);
