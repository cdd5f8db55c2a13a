/** The knowledge base: guides, Terraform templates, their retrieval and their filling. */
@NullMarked
package dev.costbot.knowledge;

import org.jspecify.annotations.NullMarked;
