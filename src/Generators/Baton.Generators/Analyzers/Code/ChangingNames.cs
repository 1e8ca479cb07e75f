using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Recognizes properties whose values change during the life of what they describe.</summary>
static class ChangingNames
{
    static readonly string[] Always =
    [
        "email", "emailaddress", "mail", "mailaddress", "primaryemail", "workemail", "displayname", "fullname", "firstname", "lastname", "givenname",
        "familyname", "surname", "nickname", "phone", "phonenumber", "mobile", "jobtitle", "title", "department", "description",
    ];

    /// <summary>Names that are the identity of some systems, and are none where there is an id beside them.</summary>
    static readonly string[] BesideId = ["name", "username", "login", "loginname", "userprincipalname", "upn", "slug", "label"];

    static readonly string[] Ids = ["id", "uuid", "guid", "objectid", "externalid", "immutableid", "key"];

    public static bool Contains(IPropertySymbol property)
    {
        var name = Plain(property.Name);
        return IsMadeOfOne(property) || Array.IndexOf(Always, name) >= 0 ||
            (Array.IndexOf(BesideId, name) >= 0 && property.ContainingType.Properties().Any(other => IsId(other, property.ContainingType)));
    }

    public static bool IsMail(IPropertySymbol property) => Plain(property.Name).Contains("mail");

    public static bool IsId(IPropertySymbol property) => Array.IndexOf(Ids, Plain(property.Name)) >= 0;

    // public string Key => Email.ToLowerInvariant();
    static bool IsMadeOfOne(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: { } made } &&
        made.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().SelectMany(name =>
            property.ContainingType.GetMembers(name.Identifier.ValueText)).OfType<IPropertySymbol>()
            .Any(part => part.Name != property.Name && Array.IndexOf(Always, Plain(part.Name)) >= 0);

    static bool IsId(IPropertySymbol property, INamedTypeSymbol type)
    {
        var name = Plain(property.Name);
        return Array.IndexOf(Ids, name) >= 0 || name == Plain(type.Name) + "id";
    }

    static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();
}
